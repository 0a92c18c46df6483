"""The only place that speaks HTTP: connections of our own on httpcore, or any httpx transport.

Our own path goes to httpcore's pool directly: half the CPU time of an httpx client, and the only
way to bound a whole synchronous call. Redirects, cookies and proxies are decided by us.
"""
