"""Words by which bodies are called everywhere: a name is told by its other words. Source: the names of the bodies in
`reference` and of the kinds of organisation in `partnerships`; our own compilation.
"""

GENERIC = frozenset(
    """
    a and of the for in on upon with
    nhs trust hospital hospitals university teaching foundation integrated care board police constabulary
    council county city borough metropolitan district unitary royal london authority
    safeguarding children childrens child adults partnership partners executive
    school schools college academy primary secondary junior infant nursery
    community health service services youth justice mental ambulance fire rescue
    home homes housing group surgery practice centre general clinical commissioning national panel review
    probation association support family families domestic abuse
    """.split()  # noqa: SIM905  # a list to be read
)
