"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:Intel(R) Xeon(R) Processor|"
    "cores:2|"
    "model:selaras 0.8.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:25f828a8|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -0.4524

WEIGHTS: dict[str, float] = {
    "alone with a number": 0.74,
    "intercept": 0.1883,
    "into en": -0.8575,
    "score": -4.9869,
    "score into en": -0.6579,
    "length": -0.4111,
    "odd length": 0.2986,
    "numbers": -0.6476,
    "names": -0.2647,
    "blocking": 0.786,
    "found by right-language": -0.0586,
    "found by same-polarity": -0.2317,
    "review": 0.4098,
    "found by same-key-words": -0.279,
    "found by same-numbers": 2.3951,
    "found by same-names": 0.3086,
    "found by same-dates": 0.4467,
    "found by nothing-added": -0.0009,
    "into zh": 0.2055,
    "score into zh": -1.0807,
    "found by nothing-dropped": -0.0947,
    "into ja": -0.3556,
    "score into ja": -0.3231,
    "found by same-status": -0.2738,
    "found by whole-sentence": -0.1447,
    "into ar": -0.0233,
    "score into ar": -1.1916,
    "into fr": 1.0309,
    "score into fr": -1.7335,
    "found by same-quotes": -0.1198,
    "found by same-units": 0.937,
}
