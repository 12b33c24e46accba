#include "tests/unit/face/sample.hpp"

#include <string>
#include <utility>
#include <vector>

#include "wasm-client/view/build.hpp"

namespace omnia::test {

using view::FieldKind;
using view::Kind;
using view::Node;
using view::Tone;

namespace {

Node step(const std::string& key, std::string label, std::string state, Tone tone, bool current = false) {
  Node n = view::keyed(Kind::step, "passo." + key, std::move(label));
  n.value = std::move(state);
  n.tone = tone;
  n.current = current;
  return n;
}

Node field(const std::string& key, std::string label, std::string value, FieldKind kind = FieldKind::text) {
  Node n = view::keyed(Kind::field, key, std::move(label));
  n.value = std::move(value);
  n.field_kind = kind;
  return n;
}

Node alert(const std::string& key, std::string gravity, std::string text, std::string remedy, Tone tone,
           std::string target = {}) {
  Node n = view::keyed(Kind::alert, key, std::move(text));
  n.value = std::move(gravity);
  n.help = std::move(remedy);
  n.tone = tone;
  n.target = std::move(target);
  return n;
}

Node meter(const std::string& key, std::string label, std::string text, std::int64_t now, std::int64_t max, std::int64_t limit,
           Tone tone) {
  Node n = view::keyed(Kind::meter, key, std::move(label));
  n.value = std::move(text);
  n.now = now;
  n.max = max;
  n.limit = limit;
  n.tone = tone;
  return n;
}

Node header() {
  return view::node(Kind::header, {view::link("faccia.html", "Versione accessibile"), view::text("OMNIA IS aperta"),
                                   view::text("ROSSI COSTRUZIONI SRL · UP 2 Cantiere Savona"),
                                   view::status("salvataggio", "Bozza salvata in questo browser"),
                                   view::badge("Scade tra 2 giorni, il 27/11/2026", Tone::warning),
                                   view::text("Lucia Šarić · Datore di lavoro"), view::link("esci", "Esci")});
}

Node sealed(std::vector<Node> children) {
  Node page = view::keyed(Kind::page, "pagina", "OMNIA IS aperta", std::move(children));
  view::seal(page);
  return page;
}

Node choice(Kind kind, const std::string& key, std::string label, bool checked) {
  Node n = view::keyed(kind, key, std::move(label));
  n.value = key;
  n.checked = checked;
  return n;
}

Node steps() {
  return view::keyed(
      Kind::navigation, "passi", "Passi della domanda",
      {step("azienda", "Azienda", "completa", Tone::success), step("unita", "Unità produttiva", "completa", Tone::success),
       step("causale", "Causale", "completa", Tone::success), step("periodo", "Periodo", "2 errori", Tone::error, true),
       step("lavoratori", "Lavoratori", "1 avviso", Tone::warning), step("pagamento", "Pagamento", "da compilare", Tone::neutral),
       step("invio", "Riepilogo e invio", "da compilare", Tone::neutral)});
}

Node assistant() {
  Node list = view::node(
      Kind::list,
      {view::node(Kind::list_item, {alert("avviso.1", "Errore",
                                          "La data di inizio cade di mercoledì: la settimana richiesta parte da lunedì 23/11.",
                                          "Usa lunedì 23/11/2026.", Tone::error, "periodo.data_inizio")}),
       view::node(Kind::list_item, {alert("avviso.2", "Avviso", "Restano 5 settimane nel biennio mobile fino al 14/06/2027.", "",
                                          Tone::warning, "periodo.settimane")})});
  return view::keyed(
      Kind::aside, "assistente", "Assistente",
      {view::heading(2, "Da sistemare"), std::move(list), view::heading(3, "Contatori"),
       meter("contatore.52", "52 settimane nel biennio", "47 di 52", 47, 60, 52, Tone::warning), view::heading(3, "Scadenze"),
       view::node(Kind::definition_list,
                  {view::definition("Ultimo giorno per l’invio", "27/11/2026", "art. 15, comma 2, D.Lgs. 148/2015")})});
}

}  // namespace

Node domanda() {
  Node start = field("periodo.data_inizio", "Data di inizio effettivo", "25/11/2026", FieldKind::date);
  start.required = true;
  start.help = "Il primo giorno di sospensione o riduzione, come risulta dal libro unico.";
  start.error = "La data di inizio cade di mercoledì: scegli lunedì 23/11/2026.";
  Node cause = view::keyed(Kind::select, "causale.id", "Causale");
  cause.options = {{"MANC_LAVORO", "Mancanza di lavoro o di commesse"}, {"METEO", "Eventi meteo"}};
  cause.value = "MANC_LAVORO";
  cause.required = true;
  Node note = field("nota", "Motivazione",
                    "Perdita di due commesse da € 1.250.000,00 per il cantiere di Savona: il committente Kovač & Őri ha rinviato "
                    "i lavori a febbraio 2027.",
                    FieldKind::multiline);
  Node hours = field("ore", "Ore richieste", "38,50", FieldKind::hours);
  Node search = field("cerca", "Cerca un lavoratore", "Šarić", FieldKind::search);
  Node pay = view::keyed(Kind::radio_group, "pagamento", "Modalità di pagamento",
                         {choice(Kind::radio, "pagamento.conguaglio", "A conguaglio: l’azienda anticipa", true),
                          choice(Kind::radio, "pagamento.diretto", "Diretto: paga l’INPS", false)});
  pay.required = true;
  Node declare = choice(Kind::checkbox, "dichiarazione",
                        "Dichiaro che i lavoratori hanno almeno 30 giorni di anzianità presso l’unità produttiva, salvo gli "
                        "eventi oggettivamente non evitabili.",
                        true);
  Node main = view::keyed(
      Kind::main, "centro", "",
      {view::heading(1, "Periodo"), view::text("Indica le settimane per le quali chiedi l’integrazione e le ore di ciascuna."),
       std::move(start), std::move(cause),
       view::node(Kind::row, {std::move(hours), view::button("ore.tutte", "Applica a tutte")}), std::move(note), std::move(pay),
       std::move(declare), view::node(Kind::row, {std::move(search), view::button("cerca.ora", "Cerca")}),
       view::node(Kind::row, {view::button("indietro", "Indietro"), view::primary("continua", "Continua")}),
       view::status("stato", "Bozza salvata alle 18:41.")});
  return sealed({header(), steps(), std::move(main), assistant()});
}

Node worklist(int rows) {
  Node table = view::keyed(Kind::table, "elenco", "Domande della Sede di Genova");
  table.max = 312;
  table.children.push_back(
      view::header_row({"", "Protocollo", "Azienda", "Causale", "Dal", "Lavoratori", "Importo", "Decide entro", "Stato", ""}));
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i);
    Node row = view::keyed(Kind::table_row, "riga." + n);
    row.checked = i == 2;
    row.children = {
        view::node(Kind::table_cell, {choice(Kind::checkbox, "riga." + n + ".scelta", "Scegli la domanda " + n, i == 2)}),
        view::cell("INPS.3400.24/11/2026.00001" + std::to_string(10 + i)),
        view::cell(i % 3 == 0 ? "ROSSI COSTRUZIONI E RESTAURI CONSERVATIVI SRL" : "Čapek & C. snc"),
        view::cell(i % 2 == 0 ? "Mancanza di lavoro" : "Eventi meteo"),
        view::numeric_cell("23/11/2026"),
        view::numeric_cell(std::to_string(7 + i * 3)),
        view::numeric_cell("1.234," + std::to_string(10 + i) + " €"),
        view::numeric_cell("24/12/2026"),
        view::node(Kind::table_cell,
                   {view::badge(i % 4 == 0 ? "In scadenza" : "Da esaminare", i % 4 == 0 ? Tone::warning : Tone::info)}),
        view::node(Kind::table_cell, {view::button("riga." + n + ".apri", "Apri")})};
    table.children.push_back(std::move(row));
  }
  Node filter = field("filtro", "Cerca per azienda o protocollo", "", FieldKind::search);
  Node state = view::keyed(Kind::select, "filtro.stato", "Stato");
  state.options = {{"", "Tutti gli stati"}, {"nuova", "Da esaminare"}};
  Node main = view::keyed(
      Kind::main, "centro", "",
      {view::heading(1, "Domande da esaminare"),
       view::node(Kind::row, {std::move(filter), std::move(state), view::button("filtro.applica", "Filtra")}), std::move(table),
       view::node(Kind::row, {view::button("indietro", "Pagina precedente"), view::button("avanti", "Pagina successiva")})});
  return sealed({header(), std::move(main)});
}

Node overview() {
  Node empty = view::keyed(Kind::empty_state, "vuoto", "Nessuna domanda inviata", {view::primary("nuova", "Nuova domanda")});
  empty.help = "Qui trovi le domande inviate, con il protocollo e lo stato della lavorazione.";
  Node left = view::keyed(Kind::card, "carta.1", "3 scadenze oggi",
                          {view::text("Cantiere Savona: eventi meteo di ottobre."), view::badge("Scade oggi", Tone::error)});
  Node middle = view::keyed(Kind::card, "carta.2", "Bozze",
                            {view::text("2 domande da completare."), view::link("bozze", "Riprendi l’ultima")});
  Node right = view::keyed(Kind::card, "carta.3", "Contatori",
                           {meter("m.1", "52 settimane", "41 di 52", 41, 60, 52, Tone::neutral),
                            meter("m.2", "Un terzo delle ore", "31,0 %", 31, 40, 33, Tone::warning),
                            meter("m.3", "24 mesi nel quinquennio", "24 di 24", 24, 24, 24, Tone::error)});
  Node data = view::node(Kind::definition_list,
                         {view::definition("Denominazione", "ROSSI COSTRUZIONI SRL"),
                          view::definition("Matricola", "3401234567", "da UniEmens 10/2026"),
                          view::definition("Prestazione suggerita", "CIGO: industria edile, oltre 15 dipendenti nel semestre")});
  Node group = view::keyed(Kind::group, "gruppo", "Dichiarazioni",
                           {choice(Kind::checkbox, "d.1", "Ho informato le rappresentanze sindacali", false),
                            choice(Kind::checkbox, "d.2", "Ho letto l’informativa", true)});
  group.help = "Servono tutte per inviare.";
  Node list = view::node(Kind::list, {view::node(Kind::list_item, {view::text("Conserva la ricevuta.")}),
                                      view::node(Kind::list_item, {view::text("Attendi la decisione entro il 24/12/2026.")})});
  Node disabled = view::button("spento", "Invia");
  disabled.disabled = true;
  Node main = view::keyed(
      Kind::main, "centro", "",
      {view::heading(1, "Buongiorno, Lucia"), view::node(Kind::row, {std::move(left), std::move(middle), std::move(right)}),
       std::move(data),
       view::node(Kind::row, {view::badge("CIGO suggerita", Tone::success), view::badge("Forzata", Tone::warning),
                              view::badge("Bozza", Tone::neutral), view::badge("Respinta", Tone::error)}),
       alert("a.1", "Informazione", "La sessione scade alle 19:30.", "", Tone::info),
       alert("a.2", "Fatto", "Domanda inviata.", "Scarica la ricevuta.", Tone::success), std::move(group), std::move(list),
       view::node(Kind::row, {std::move(disabled), view::link("altro", "Annulla")}), std::move(empty)});
  return sealed({header(), std::move(main)});
}

Node with_dialog() {
  Node page = domanda();
  Node dialog = view::keyed(Kind::dialog, "conferma", "Inviare la domanda?",
                            {view::text("Dopo l’invio ricevi il numero di protocollo."),
                             view::node(Kind::row, {view::button("no", "Annulla"), view::primary("si", "Invia la domanda")})});
  page.children[2].children.push_back(std::move(dialog));
  view::seal(page);
  return page;
}

namespace {

Node small_table(const std::string& key) {
  return view::keyed(
      Kind::table, key, "Gli stessi dati",
      {view::header_row({"Voce", "Valore"}), view::node(Kind::table_row, {view::cell("Usate"), view::numeric_cell("41")})});
}

Node timeline() {
  view::Chart c;
  c.series = {"Autorizzate", "In esame", "Questa domanda"};
  c.max = 104;
  c.marks = {{"", "", 4, 20, 0, 0}, {"", "", 50, 63, 0, 0}, {"", "", 70, 74, 0, 1}, {"", "", 80, 86, 0, 2, Tone::warning}};
  c.ticks = {{0, "nov 2024"}, {26, "mag 2025"}, {52, "nov 2025"}, {78, "mag 2026"}, {104, "nov 2026"}};
  c.today = {78, "Oggi"};
  c.limit = {91, "Limite"};
  return view::chart("linea.tempo", "Restano 5 settimane fino al 14/06/2027", "Settimane del biennio mobile.", c,
                     "Dati del grafico", small_table("linea.tempo.tabella"));
}

Node bars() {
  view::Chart c;
  c.kind = view::ChartKind::bars;
  c.series = {"2026", "2025"};
  c.marks = {{"1° trimestre", "800.000 € (−20 %)", 0, 0, 800, 0},
             {"1° trimestre", "", 0, 0, 1000, 1},
             {"2° trimestre", "−50.000 €", 0, 0, -50, 0},
             {"2° trimestre", "", 0, 0, 700, 1}};
  return view::chart("barre", "Il fatturato cala del 20 %", "", c, "Dati del grafico", small_table("barre.tabella"));
}

Node line() {
  view::Chart c;
  c.kind = view::ChartKind::line;
  c.series = {"Settimane usate"};
  c.max = 10;
  for (int i = 0; i <= 10; ++i) c.marks.push_back({"", "", i, 0, i * 5, 0});
  c.limit = {52, "52 settimane"};
  c.ticks = {{0, "2024"}, {5, "2025"}, {10, "2026"}};
  return view::chart("curva", "Il limite non si supera", "", c, "Dati del grafico", small_table("curva.tabella"));
}

Node sorter(const std::string& key, std::string label, std::int64_t characters, std::int64_t sorted) {
  Node button = view::button("ordina:" + key, label);
  Node header = view::keyed(Kind::table_header, {}, std::move(label), {std::move(button)});
  header.max = characters;
  header.now = sorted;
  return header;
}

Node long_table(std::int64_t total, std::int64_t first, int rows) {
  Node table = view::keyed(Kind::table, "lunga", "Lavoratori");
  table.max = total;
  table.now = first;
  table.limit = 8;
  Node hours = sorter("ore", "Ore", 8, 0);
  hours.numeric = true;
  table.children.push_back(view::node(
      Kind::table_row, {sorter("nome", "Lavoratore", 30, 1), sorter("codice", "Codice fiscale", 18, 0), std::move(hours)}));
  for (std::int64_t i = first; i < first + rows; ++i) {
    const std::string n = std::to_string(i);
    table.children.push_back(view::keyed(Kind::table_row, "lunga." + n, "",
                                         {view::node(Kind::table_cell, {choice(Kind::checkbox, "lunga.scelto." + n,
                                                                               "COGNOME DAVVERO MOLTO LUNGO " + n, i % 3 == 0)}),
                                          view::cell("XQZWKJ85A01H" + n), view::numeric_cell("40,00")}));
  }
  return table;
}

}  // namespace

Node data() {
  Node grid =
      view::keyed(Kind::table, "griglia", "Piano delle settimane", {view::header_row({"Settimana", "Lavoratori", "Ore"})});
  grid.grid = true;
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    grid.children.push_back(view::node(
        Kind::table_row, {view::cell("Settimana " + n),
                          view::node(Kind::table_cell, {field("g.lavoratori." + n, "Lavoratori", "4", FieldKind::number)}),
                          view::node(Kind::table_cell, {field("g.ore." + n, "Ore", "38,50", FieldKind::hours)})}));
  }
  Node empty = field("relazione", "Relazione tecnica in PDF", "", FieldKind::file);
  empty.options = {{".pdf,application/pdf", "Scegli un file PDF"}};
  Node full = empty;
  full.key = "verbale";
  full.label = "Verbale";
  full.value = "verbale d’accordo.pdf";
  Node fold = view::keyed(Kind::disclosure, "aperta", "Che cosa significa", {view::text("Una parola spiegata.")});
  fold.checked = true;
  Node main = view::keyed(Kind::main, "centro", "",
                          {view::heading(1, "Dati"), timeline(), bars(), line(), std::move(grid), std::move(empty),
                           std::move(full), std::move(fold), long_table(10000, 0, 8)});
  return sealed({header(), std::move(main)});
}

Node scrolling(std::int64_t total, std::int64_t first, int rows) {
  return sealed({view::keyed(Kind::main, "centro", "", {long_table(total, first, rows)})});
}

Node large(int fields) {
  Node main = view::keyed(Kind::main, "centro");
  for (int i = 0; i < fields; ++i) {
    Node f = field("campo." + std::to_string(i), "Ore della settimana " + std::to_string(i), "38,50");
    f.help = "Da UniEmens 10/2026, come risulta dal libro unico del lavoro e dalle denunce individuali.";
    main.children.push_back(std::move(f));
  }
  return sealed({header(), std::move(main)});
}

}  // namespace omnia::test
