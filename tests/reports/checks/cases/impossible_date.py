from tests.reports.checks.build import fact_list, heading, prose, report

WRONG = [
    report(prose("Le service a ouvert le 31 février 2024.")),
    report(prose("Depuis le 31 juin, tout va mieux.")),
    report(prose("Le 29 février 2023, nous étions là.")),
    report(prose("It opened on February 30, 2024.")),
    report(fact_list(("", "12", "demandes au 31 avril 2024"))),
    report(heading("Situation au 31st November 2024")),
]
RIGHT = [
    report(prose("Le service a ouvert le 29 février 2024, puis le 31 mars.")),
    report(prose("Le 29 février, tous les quatre ans.")),
    report(prose("Le 1er janvier 2024 et le 30 juin 2024.")),
    report(prose("It opened on December 31, 2024.")),
    report(prose("Nous avons servi 45 mars et 2 031 juin.", "Juin 2024 et mai 45 %.")),
    report(prose("Version 2.31 février 2024.")),
]
