"""One order of all rows, and where it puts everybody."""

from dataclasses import dataclass

from kith.engines.drawing.layout.ordering.rack import Rack


@dataclass(slots=True)
class Order:
    """For each row the line-ups from left to right, and which line-ups are turned round."""

    rows: list[list[int]]
    turned: list[bool]

    def copy(self) -> "Order":
        """An order that can be changed without changing this one."""
        return Order([list(row) for row in self.rows], list(self.turned))

    def slots(self, rack: Rack, row: int) -> list[int]:
        """The slots of a row from left to right."""
        return [slot for lineup in self.rows[row] for slot in self.lineup(rack, lineup)]

    def lineup(self, rack: Rack, lineup: int) -> list[int]:
        """The slots of a line-up from left to right."""
        slots = rack.lineups[lineup]
        return slots[::-1] if self.turned[lineup] else slots

    def places(self, rack: Rack) -> list[int]:
        """For each slot how many stand left of it."""
        places = [0] * len(rack.row)
        for lineups in self.rows:
            here = 0
            for lineup in lineups:
                for slot in self.lineup(rack, lineup):
                    places[slot] = here
                    here += 1
        return places
