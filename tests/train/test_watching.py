"""
The judgement on an adapted model: better where it was corrected, no worse elsewhere.
"""

from selaras.evaluation import Measurement
from selaras_train.watching import Compared, fault


class TestFault:
    def test_each_language_is_asked(self):
        """
        The corrections got better, and so did English.
        """
        good, bad = compared("en", 1.0), compared("fr", -0.6)

        assert fault([good, good, compared("fr", -0.4)]) is None
        assert fault([good, good, bad]) == (
            "it lost 0.6 points of chrF2 on general news in fr"
        )

    def test_numbers_count_in_each_language(self):
        """
        However much better the rest is.
        """
        good, bad = compared("en", 1.0), compared("zh", 3.0, wrong=0.02)

        assert (
            fault([good, good, bad])
            == "it writes more wrong numbers in general news in zh"
        )


def compared(tag, gain, wrong=0.0):
    def found(score, share):
        values = {"chrF2": score, "wrong numbers": share}
        return {
            name: Measurement(name=name, value=value, signature="")
            for name, value in values.items()
        }

    return Compared(
        name="general news",
        direction=("id", tag),
        before=found(50.0, 0.1),
        after=found(50.0 + gain, 0.1 + wrong),
    )
