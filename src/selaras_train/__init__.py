"""
Training of the models in the box: from corpora to a folder that an engine can load.

Heavy and optional: it needs PyTorch (``pip install "selaras[train]"``). Nothing else in
this project imports it.
"""
