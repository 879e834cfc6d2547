"""Pictures: an open dataset goes in, a self-contained page or a pyvis network comes out."""

from __future__ import annotations



from graphkit.view.scene import Scene, scene_of

__all__ = ["Scene", "scene_of"]
