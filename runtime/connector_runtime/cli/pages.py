"""What the user's browser shows at the end: whether it worked, and nothing that is secret."""

from html import escape

HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",  # the page's own address holds the code
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<style>body {{ font: 1.1em sans-serif; margin: 15vh auto; max-width: 34em; padding: 0 1em }}</style>
<h1>{title}</h1>
<p>{text}</p>
</html>
"""


def page(title: str, text: str) -> bytes:
    """A page of plain text; everything in it is escaped."""
    return _PAGE.format(title=escape(title), text=escape(text)).encode()
