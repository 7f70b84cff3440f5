"""Reads nothing: asked so that somebody can be told which fences stand on this machine."""

from kith.apps.files.sandbox.frames import Frame


def read(asked: Frame) -> Frame:
    return Frame()
