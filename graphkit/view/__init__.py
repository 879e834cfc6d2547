"""Pictures: an open dataset goes in, a self-contained page or a pyvis network comes out."""

from __future__ import annotations

from graphkit.view.drawing import to_pyvis
from graphkit.view.page import render_page
from graphkit.view.scene import Scene, Wish, scene_of

__all__ = ["Scene", "Wish", "render_page", "scene_of", "to_pyvis"]
