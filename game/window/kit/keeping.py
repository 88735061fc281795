"""Keeping pictures for the next time, up to so many pixels."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import ParamSpec

import pygame

Asked = ParamSpec("Asked")


def kept(
    megapixels: float,
) -> Callable[[Callable[Asked, pygame.Surface]], Callable[Asked, pygame.Surface]]:
    """Keep what a function draws, by what it is given; above so many pixels the picture that was
    asked for longest ago goes. A million pixels take four megabytes. Do not draw on what is kept.
    """

    def keeping(make: Callable[Asked, pygame.Surface]) -> Callable[Asked, pygame.Surface]:
        pictures: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        left = round(megapixels * 1_000_000)
        books = Lock()  # places are drawn ahead in a thread of their own

        @wraps(make)
        def asked(*given: Asked.args, **named: Asked.kwargs) -> pygame.Surface:
            nonlocal left
            key = (given, tuple(sorted(named.items())))
            with books:
                if key in pictures:
                    pictures.move_to_end(key)
                    return pictures[key]
            made = make(*given, **named)
            with books:
                if key not in pictures:  # the other thread may have drawn it meanwhile
                    pictures[key] = made
                    left -= _pixels(made)
                while left < 0 and len(pictures) > 1:
                    left += _pixels(pictures.popitem(last=False)[1])
            return made

        return asked

    return keeping


def _pixels(picture: pygame.Surface) -> int:
    return picture.get_width() * picture.get_height()
