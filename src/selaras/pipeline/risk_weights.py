"""
The coefficients of the risk score: written by ``python -m benchmarks.risk``.
"""

SIGNATURE = (
    "selaras:0.1.0|"
    "ctranslate2:4.8.5|"
    "python:3.11.7|"
    "cpu:AMD EPYC|"
    "cores:2|"
    "model:selaras 0.3.0|"
    "sets:native-dev:7b9a6bfa+ntrex-tune:6b6e519d|"
    "bad:chrf<en:50,zh:25,ja:25,ar:40,fr:50|"
    "fitted:3085|"
    "judged:3090"
)

MEAN_SCORE = -1.2291

WEIGHTS: dict[str, float] = {
    "intercept": 2.6088,
    "into en": 0.0569,
    "score": -3.4509,
    "score into en": -1.7786,
    "length": -1.3073,
    "odd length": 0.657,
    "numbers": -0.0374,
    "names": -0.1778,
    "review": 0.1079,
    "found by whole-sentence": -0.1018,
    "blocking": 0.8458,
    "found by right-language": -0.1353,
    "found by no-repetition": -0.3611,
    "found by same-numbers": 2.1565,
    "found by kept-verbatim": -0.3092,
    "into zh": -0.5289,
    "score into zh": -0.7774,
    "alone with a number": 0.3369,
    "found by same-quotes": 0.2367,
    "into ja": -1.026,
    "score into ja": -0.4535,
    "into ar": 0.4922,
    "score into ar": -0.3003,
    "into fr": 1.0059,
    "score into fr": -0.141,
}
