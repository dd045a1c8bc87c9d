from tests.reports.checks.build import prose, report

TITLE = ("Orchard Trust: annual report 2023–24",)
FRENCH = ("Les Vergers – rapport 2023-2024",)

WRONG = [
    report(prose("This report is for the year ended 31 March 2023."), titles=TITLE),
    report(prose("These accounts cover the year to 31 August 2022."), titles=TITLE),
    report(prose("The statements are for the year ending on 31 July 2025."), titles=TITLE),
    report(prose("Ce rapport porte sur l’exercice clos le 31 août 2023."), titles=FRENCH),
    report(prose("Ce bilan est celui de l’exercice clos le 31 décembre 2023.")),
    report(prose("This report covers the fiscal year ended December 31, 2023.")),
]
RIGHT = [
    report(prose("This report is for the year ended 31 March 2024."), titles=TITLE),
    report(prose("Ce rapport porte sur l’exercice clos le 31 août 2024."), titles=FRENCH),
    report(prose("Ce bilan est celui de l’exercice clos le 31 décembre 2024.")),
    # Compared; of no report; no year of the title to compare with.
    report(prose("The previous report was for the year ended 31 March 2023."), titles=TITLE),
    report(prose("We grew more than in the year ended 31 March 2023."), titles=TITLE),
    report(prose("The lease is for the year ended 31 March 2023."), titles=TITLE),
    report(prose("This report is for the year ended 31 March 2023.")),
]
