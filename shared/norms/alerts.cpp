// The alert catalogue: codes, gravity and Italian texts.
#include <algorithm>
#include <array>

#include "shared/domain/order.hpp"
#include "shared/norms/tables.hpp"

namespace omnia::norms {
namespace {

constexpr std::array<std::string_view, 14> kSections = {
    "azienda",   "unita_produttiva", "causale",       "termini",   "periodo", "piano", "lavoratori",
    "relazione", "indicatori",       "consultazione", "pagamento", "importi", "invio", "pratica"};

Gravita read_gravity(Row& row) {
  const auto text = row.text("gravita");
  if (text == "errore") return Gravita::errore;
  if (text == "informazione") return Gravita::informazione;
  if (text != "avviso") row.refuse("la gravità è errore, avviso o informazione");
  return Gravita::avviso;
}

AlertText read_alert(Row& row) {
  AlertText alert;
  alert.codice = row.text("codice");
  row.name(alert.codice);
  alert.sezione = row.text("sezione");
  if (std::find(kSections.begin(), kSections.end(), alert.sezione) == kSections.end()) {
    row.refuse("sezione sconosciuta «" + alert.sezione + "»");
  }
  alert.gravita = read_gravity(row);
  alert.testo = row.text("testo");
  alert.rimedio = row.text("rimedio");
  alert.citazione = row.text("citazione");
  alert.lettura = row.flag("lettura");
  if (alert.lettura && alert.gravita == Gravita::errore) row.refuse("una lettura da confermare non può essere un errore");
  return alert;
}

}  // namespace

domain::Result<std::vector<AlertText>> parse_alerts(const std::string& file, const nlohmann::json& rows) {
  auto parsed = parse_rows<AlertText>(file, rows, read_alert);
  if (!parsed.ok()) return parsed;
  auto& alerts = parsed.value();
  domain::stable_sort(alerts, [](const AlertText& a, const AlertText& b) { return a.codice < b.codice; });
  const auto twin = std::adjacent_find(alerts.begin(), alerts.end(),
                                       [](const AlertText& a, const AlertText& b) { return a.codice == b.codice; });
  if (twin != alerts.end()) return bad_row(file + ": il codice «" + twin->codice + "» è ripetuto.");
  return parsed;
}

}  // namespace omnia::norms
