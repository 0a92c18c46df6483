"""Calls that end in time, are repeated only when that is safe, and stop when the vendor is down.

Everything here is state and arithmetic: no socket, no sleep, no clock but the one that is given. The
call engine asks, waits and sends; see ``attempts`` for the order in which it does.
"""
