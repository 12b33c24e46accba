// Long texts, wherever they stand in the form: what was typed is kept whole, and too much of it is told before it is sent.
#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {

void testi(const Context& c, Collector& out) {
  const auto& d = c.draft;
  const std::pair<std::string_view, const std::string*> fields[] = {
      {"nota_forzatura", &d.nota_forzatura},
      {"causale.descrizione", &d.causale.descrizione},
      {"periodo.motivi_proroga", &d.periodo.motivi_proroga},
      {"relazione.attivita", &d.relazione.attivita},
      {"relazione.cause", &d.relazione.cause},
      {"relazione.effetti", &d.relazione.effetti},
      {"relazione.non_imputabilita", &d.relazione.non_imputabilita},
      {"relazione.ripresa", &d.relazione.ripresa},
      {"relazione.contesto", &d.relazione.contesto},
      {"relazione.durata_prevista", &d.relazione.durata_prevista},
      {"relazione.imprevedibilita", &d.relazione.imprevedibilita},
      {"relazione.collegamento_sciopero", &d.relazione.collegamento_sciopero},
      {"relazione.fase_in_corso", &d.relazione.fase_in_corso},
      {"relazione.conseguenze_evento", &d.relazione.conseguenze_evento},
      {"relazione.condizioni", &d.relazione.condizioni},
      {"relazione.scorte", &d.relazione.scorte},
      {"relazione.ricerca_alternative", &d.relazione.ricerca_alternative},
      {"pagamento.altri_elementi_descrizione", &d.pagamento.altri_elementi_descrizione},
      {"invio.note", &d.invio.note},
  };
  const auto most = static_cast<std::size_t>(c.norma("form.text_max_chars"));
  for (const auto& [campo, text] : fields) {
    if (text->size() <= most) continue;  // a character is at least one byte
    const std::size_t length = characters(*text);
    if (length <= most) continue;
    out.add("A-FRM-12", std::string(campo),
            {{"n", domain::format_integer(static_cast<std::int64_t>(length))},
             {"massimo", domain::format_integer(static_cast<std::int64_t>(most))}});
  }
}

}  // namespace omnia::rules::alerts
