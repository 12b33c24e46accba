// Command `norms alerts`: every check with its text, remedy and source; as Markdown it is the page docs/controlli.md.
#include <array>
#include <utility>

#include "server/services/norme.hpp"
#include "tools/cli/commands.hpp"

namespace omnia::cli {
namespace {

using norms::AlertText;
using norms::Gravita;

// Sections in the order of the form, with the title that a person reads.
constexpr std::array<std::pair<const char*, const char*>, 14> kSections = {{{"azienda", "Azienda"},
                                                                            {"unita_produttiva", "Unità produttiva"},
                                                                            {"causale", "Causale"},
                                                                            {"termini", "Periodo: termini di invio"},
                                                                            {"periodo", "Periodo: durata e limiti"},
                                                                            {"piano", "Periodo: piano delle settimane"},
                                                                            {"lavoratori", "Lavoratori"},
                                                                            {"relazione", "Relazione tecnica"},
                                                                            {"indicatori", "Indicatori economici"},
                                                                            {"consultazione", "Consultazione sindacale"},
                                                                            {"pagamento", "Pagamento"},
                                                                            {"importi", "Pagamento: importi e contributi"},
                                                                            {"invio", "Riepilogo e invio"},
                                                                            {"pratica", "Domanda già inviata"}}};

const char* word(Gravita gravita) {
  if (gravita == Gravita::errore) return "errore";
  return gravita == Gravita::avviso ? "avviso" : "informazione";
}

// A bar would end the cell.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

void write_section(const norms::Norms& norms, const char* id, const char* title, std::ostream& out) {
  bool begun = false;
  for (const AlertText& a : norms.alerts()) {
    if (a.sezione != id) continue;
    if (!begun) {
      out << "\n## " << title << "\n\n| codice | gravità | testo | rimedio | fonte |\n|---|---|---|---|---|\n";
      begun = true;
    }
    out << "| " << a.codice << " | " << word(a.gravita) << " | " << cell(a.testo) << " | " << cell(a.rimedio) << " | "
        << cell(a.citazione) << (a.lettura ? " (lettura da confermare)" : "") << " |\n";
  }
}

void write_page(const norms::Norms& norms, std::ostream& out) {
  std::array<int, 3> counts = {0, 0, 0};
  for (const AlertText& a : norms.alerts()) ++counts[static_cast<std::size_t>(a.gravita)];
  out << "# Controlli\n\n"
         "Pagina generata da `omnia norms alerts --markdown`: non si modifica a mano.\n\n"
         "I controlli sono "
      << norms.alerts().size() << ": " << counts[0] << " errori, che impediscono l’invio; " << counts[1]
      << " avvisi, da leggere e accettare; " << counts[2]
      << " informazioni. Fra graffe ciò che cambia da una domanda all’altra. «Lettura da confermare» segna i controlli che\n"
         "poggiano su un testo non letto per intero: non sono mai errori.\n";
  for (const auto& [id, title] : kSections) write_section(norms, id, title, out);
}

}  // namespace

int norms_alerts(const NormsArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  if (args.markdown) {
    write_page(norms, console.out);
    return 0;
  }
  for (const AlertText& a : norms.alerts()) {
    console.out << a.codice << " [" << word(a.gravita) << "] " << a.testo << ' ' << a.rimedio << " (" << a.citazione << ")\n";
  }
  return 0;
}

}  // namespace omnia::cli
