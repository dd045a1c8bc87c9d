"""The pattern of French participles after a share: « 7 projets sur 9 soutenus » is 7 of 9.

No participle in it is also a noun: in « 3 fautes sur 9 suivis », « suivis » may be the nine things.
"""

PARTICIPLE = (
    r"(?:accompagné|achevé|adopté|aidé|analysé|attendu|audité|concerné|contrôlé|déployé|déposé|engagé"
    r"|équipé|étudié|évalué|examiné|financé|formé|inscrit|instruit|interrogé|lancé|livré|mené|ouvert"
    r"|planifié|présenté|prévu|programmé|publié|réalisé|recensé|rénové|retenu|sélectionné|sollicité"
    r"|soutenu|subventionné|terminé|traité|visité)e?s?"
)
"""The pattern of one, in any number and gender."""
