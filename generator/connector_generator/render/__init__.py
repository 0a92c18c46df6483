"""Plans become text: templates that compute nothing, and a formatter behind them."""

from connector_generator.render.formatting import default_cache, format_files
from connector_generator.render.package import render

__all__ = ["default_cache", "format_files", "render"]
