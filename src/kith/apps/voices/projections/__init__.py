"""What goes into voices and what leaves it, as frozen records.

Voices and what came of them stand in one module, labels and waiting in another; this one is only their front door.
"""

from kith.apps.voices.projections.labels import (
    LabelCard,
    LabelForm,
    LabelsPage,
    RatingCard,
    RatingSaid,
    ViewCard,
    ViewSaid,
    WaitingCard,
    WaitingForm,
    WaitingSaid,
)
from kith.apps.voices.projections.voices import (
    AnswerCard,
    AnswerForm,
    AnswerSaid,
    DrawingCard,
    EarlierCard,
    Quote,
    VoiceCard,
    VoiceForm,
    VoiceSaid,
    VoicesHead,
    VoicesPage,
)

__all__ = [
    "AnswerCard",
    "AnswerForm",
    "AnswerSaid",
    "DrawingCard",
    "EarlierCard",
    "LabelCard",
    "LabelForm",
    "LabelsPage",
    "Quote",
    "RatingCard",
    "RatingSaid",
    "ViewCard",
    "ViewSaid",
    "VoiceCard",
    "VoiceForm",
    "VoiceSaid",
    "VoicesHead",
    "VoicesPage",
    "WaitingCard",
    "WaitingForm",
    "WaitingSaid",
]
