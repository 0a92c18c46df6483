"""Plans become text: templates that compute nothing, and a formatter behind them."""

from connector_generator.render.formatting import default_cache, format_files
from connector_generator.render.package import render, render_own, render_project

__all__ = ["default_cache", "format_files", "render", "render_own", "render_project"]
