"""Your own code for asana: created once, and never written again.

What ``__all__`` names can be imported from the package. It adds names and replaces none: to change
a class of the package, derive one with another name.
"""

__all__: list[str] = []
