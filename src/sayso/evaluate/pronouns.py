"""Which mentions are pronouns, which sets of names do not mark."""

PRONOUNS = frozenset(
    """i we you he she it they me us him her them my our your his its their mine ours yours hers theirs who whom whose which that this
    these those one himself herself itself themselves ourselves""".split()
)
