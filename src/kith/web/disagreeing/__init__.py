"""Two agencies disagree about a child: raising it, answering, taking it to the next stage, settling it."""
