from tests.reports.checks.build import chart, picture, report

WRONG = [
    report(picture("Une courbe", source_url="/img/bilan/2024/bilan-2025-effectif.png")),
    report(picture("Une carte", source_url="/img/bilan/2023/carte.png")),
    report(picture("Une carte", source_url="https://exemple.fr/carte_2023.svg?v=2024")),
    report(picture("Une carte", picture=7), pictures={7: "bilan-2023-carte.png"}),
    report(chart("Effectifs", picture=3), pictures={3: "effectifs 2022"}),
]
RIGHT = [
    report(picture("Une courbe", source_url="/img/bilan/2024/bilan-2024-effectif.png")),
    report(picture("Une courbe", source_url="/img/effectif-2023-2024.png")),
    report(picture("Une courbe", source_url="/img/courbe.png", caption="En 2023")),
    report(picture("Une courbe", "Le séminaire de 2023", source_url="/img/seminaire-2023.jpg")),
    report(picture("Une courbe", source_url="/img/IMG_20231204.jpg")),
    report(picture("Une courbe", source_url="/img/scan-2041.jpg")),
    report(picture("Une courbe", picture=7), pictures={8: "carte-2023.png"}),
    report(chart("Effectifs", picture=3), pictures={3: "effectifs 2024"}),
    report(picture()),
]
