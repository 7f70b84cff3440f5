"""The peers by name, in the order of the table."""

from tools.drawing_peers import gramps, graphviz
from tools.drawing_peers.packages import package
from tools.drawing_peers.peer import Peer

PEERS: dict[str, Peer] = {
    "dot": graphviz.draw,
    "gramps": gramps.draw,
    "topola": package("topola"),
    "relatives-tree": package("relatives-tree"),
    "family-chart": package("family-chart"),
    "dagre": package("dagre"),
    "elkjs": package("elkjs"),
}
