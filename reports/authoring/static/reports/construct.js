// Builds what Wagtail's inline scripts would: the admin's Content-Security-Policy runs none. An
// element names the constructor and gives its arguments, wherever and whenever it is inserted. That of
// a chooser stands before it: controllers are connected in the order of the document, and w-dropdown
// takes the buttons of a menu out of it.

const FUNCTIONS = ["initDateChooser", "initTimeChooser", "initDateTimeChooser", "createTaskChooser"];
const CLASSES = [
  "Chooser",
  "PageChooser",
  "DocumentChooser",
  "ImageChooser",
  "SnippetChooser",
  "InlinePanel",
  "MultipleChooserPanel",
];

class ConstructController extends window.StimulusModule.Controller {
  static values = { name: String, id: String, options: Object };

  connect() {
    const given = [];
    if (this.hasIdValue) given.push(this.idValue);
    if (this.hasOptionsValue) given.push(this.optionsValue);
    this.element.remove(); // moving a form about must not build twice
    if (FUNCTIONS.includes(this.nameValue)) window[this.nameValue](...given);
    else if (CLASSES.includes(this.nameValue)) new window[this.nameValue](...given);
  }
}

window.wagtail.app.register("b-construct", ConstructController);
