"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.8.0|"
    "far:ntrex-tune:542e7a8f|"
    "near:chrf>=en:50,zh:25,ja:25,ar:40,fr:50|"
    "read:native-dev:1308+part-y:946"
)

WEIGHTS: dict[str, float] = {
    "alone with a number": 0.5015,
    "intercept": -0.7908,
    "into en": -0.2784,
    "blocking": 0.2744,
    "found by right-language": -0.2704,
    "found by same-polarity": 0.0472,
    "score": -3.3444,
    "score into en": -1.3324,
    "length": 0.284,
    "odd length": 0.1829,
    "names": -0.3008,
    "review": 0.3791,
    "found by nothing-dropped": 0.0959,
    "numbers": -0.074,
    "found by whole-sentence": -0.1977,
    "found by same-names": 0.0106,
    "found by same-key-words": -0.1544,
    "found by same-status": -0.3134,
    "found by same-dates": -0.0484,
    "found by same-quotes": -0.3034,
    "found by nothing-added": 0.1354,
    "found by same-numbers": 1.2518,
    "found by same-units": 0.5173,
    "into zh": -0.0184,
    "score into zh": -0.3543,
    "into ja": -0.0216,
    "score into ja": 0.0512,
    "into ar": 0.2442,
    "score into ar": -0.646,
    "into fr": 0.0742,
    "score into fr": -1.063,
    "headline": 0.5056,
    "strangers": 0.3442,
    "unknown": 0.6282,
    "unasked": 0.4688,
    "unasked into en": 0.3751,
    "quotation": 0.4671,
    "unasked into zh": -0.2203,
    "any finding": 0.796,
    "unasked into ja": 0.2469,
    "unasked into ar": -0.2334,
    "unasked into fr": 0.3004,
}
