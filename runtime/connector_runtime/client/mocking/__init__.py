"""A vendor in this process: clients talk to it as they talk to the real one.

It is told by the operation table what the vendor does: it checks every request, keeps what is
created, and answers with what the description allows. Nothing of it reaches a network.
"""
