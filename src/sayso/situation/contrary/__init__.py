"""Who contradicts whom, by what two reports' sentences share and where they differ: for disputes whose sides are told as two happenings, or
one of which no event tells ("the town is ours", "there is not one soldier of ours there").

`sayings` are a report's sentences by whose word they are; `traits` what a pair of them has in common; `finder` the weights, learnt by
`scripts/contrary.py` from training/disputes, `signs` what has to stand in the words besides, and `between` which pairs of a case are looked at and
what is made of them.
"""
