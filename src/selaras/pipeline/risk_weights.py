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
    "read:native-dev:1309+part-y:946"
)

WEIGHTS: dict[str, float] = {
    "alone with a number": 0.5032,
    "intercept": -0.7747,
    "into en": -0.2857,
    "blocking": 0.2616,
    "found by right-language": -0.2524,
    "found by same-polarity": 0.06,
    "score": -3.3393,
    "score into en": -1.2799,
    "length": 0.2937,
    "odd length": 0.1815,
    "names": -0.3059,
    "review": 0.3593,
    "found by nothing-dropped": 0.1126,
    "numbers": -0.0748,
    "found by whole-sentence": -0.1786,
    "found by same-names": 0.0212,
    "found by same-key-words": -0.1389,
    "found by same-status": -0.3228,
    "found by same-dates": -0.0366,
    "found by same-quotes": -0.2927,
    "found by nothing-added": 0.0198,
    "found by same-numbers": 1.2647,
    "found by same-units": 0.5303,
    "into zh": -0.0218,
    "score into zh": -0.3683,
    "into ja": -0.0223,
    "score into ja": 0.0371,
    "into ar": 0.2489,
    "score into ar": -0.6581,
    "into fr": 0.0808,
    "score into fr": -1.07,
    "headline": 0.5085,
    "strangers": 0.3374,
    "unknown": 0.6308,
    "unasked": 0.4633,
    "unasked into en": 0.3721,
    "quotation": 0.4782,
    "unasked into zh": -0.2155,
    "any finding": 0.7628,
    "unasked into ja": 0.247,
    "unasked into ar": -0.2344,
    "unasked into fr": 0.2941,
}
