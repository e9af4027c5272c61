/**
 * What others published on the same sets, in per cent. Theirs are on the test parts, which nobody here looks at; ours
 * are on validation parts, so compare with care.
 *
 * CLINC150, without refusal: Larson and others, "An Evaluation Dataset for Intent Classification and Out-of-Scope
 * Prediction", EMNLP 2019, table 2 (`outOfScopeRecall` by a threshold, at the in-scope accuracy given). BANKING77 and
 * CLINC150 with ten phrases an intent: the table of github.com/jianguoz/Few-Shot-Intent-Detection; "USE" there is the
 * multilingual-large encoder. BANKING77 in full: Qi and others, NAACL 2021, for Rasa; Casanueva and others, 2020, for the
 * rest.
 */
export const published = {
  clinc150: {
    Dialogflow: { accuracy: 91.7, withRefusal: { inScopeAccuracy: 90.8, outOfScopeRecall: 26.7 } },
    Rasa: { accuracy: 91.5, withRefusal: { inScopeAccuracy: 90.9, outOfScopeRecall: 31.2 } },
    'MLP on USE': {
      accuracy: 93.5,
      withRefusal: { inScopeAccuracy: 93.4, outOfScopeRecall: 49.1 },
    },
    BERT: { accuracy: 96.9, withRefusal: { inScopeAccuracy: 96.2, outOfScopeRecall: 52.3 } },
  },
  'clinc150-10': { USE: { accuracy: 90.9 }, RoBERTa: { accuracy: 91.6 } },
  banking77: { 'Rasa DIET': { accuracy: 89.9 }, BERT: { accuracy: 93.7 } },
  'banking77-10': { USE: { accuracy: 84.2 }, RoBERTa: { accuracy: 84.3 } },
}
