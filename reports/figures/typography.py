from reports.figures.figure import Figure


def typeset(figure: Figure) -> str:
    return figure.raw
