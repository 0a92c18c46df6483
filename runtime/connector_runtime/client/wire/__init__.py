"""What goes over the wire, as tables and pure functions: no sockets, no clock, no HTTP library.

``request`` turns arguments into a request, ``decode`` tells what a reply is, ``urls`` joins them to
a server. Import from the modules: nothing is imported here, so that a GET does not pay for uploads.
"""
