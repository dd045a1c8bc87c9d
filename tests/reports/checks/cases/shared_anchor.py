from tests.reports.checks.build import heading, report

WRONG = [
    report(heading("Réseau", anchor="reseau"), heading("Le réseau", anchor="reseau")),
    report(heading("A", anchor="%C3%A9tat"), heading("B", 3, anchor="état")),
    report(heading("A", anchor="a"), heading("B", anchor="b", old=["a"])),
    report(heading("A", anchor="a", old=["z"]), heading("B", anchor="b", old=["z"])),
    report(heading("A", anchor="#a"), heading("B", anchor="b"), heading("A", 4, anchor="a")),
]
RIGHT = [
    report(heading("Réseau"), heading("Réseau")),
    report(heading("A", anchor="a"), heading("B", anchor="b")),
    report(heading("A", anchor="a", old=["a"]), heading("B", anchor="b")),
    report(heading("A", anchor="a"), heading("A", anchor="a-1")),
    report(),
]
