// Command `explain`: why a result of a draft is what it is, as a tree to read or as JSON.
#include <algorithm>
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/explanation/explain.hpp"
#include "shared/wire/strict.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using rules::explanation::Spiegazione;

constexpr std::size_t kWidth = 80;

// Characters on the screen, not bytes.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

// One paragraph: `first` before the first line, blanks under it before the others.
void print_wrapped(const std::string& first, const std::string& text, std::ostream& out) {
  const std::string indent(width(first), ' ');
  std::string line = first;
  bool fresh = true;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = std::min(text.find(' ', from), text.size());
    const auto word = text.substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    if (!fresh && width(line) + 1 + width(word) > kWidth) {
      out << line << '\n';
      line = indent;
      fresh = true;
    }
    line += (fresh ? "" : " ") + word;
    fresh = false;
  }
  out << line << '\n';
}

std::string source_of(const Spiegazione& s) {
  std::string text = s.citazione;
  if (s.lettura) text += text.empty() ? "lettura da confermare" : "; lettura da confermare";
  return text;
}

void print(const Spiegazione& s, const std::string& mark, std::ostream& out) {
  print_wrapped(mark, s.affermazione, out);
  const std::string indent(width(mark), ' ');
  if (!s.regola.empty()) print_wrapped(indent + "Regola: ", s.regola, out);
  if (const auto source = source_of(s); !source.empty()) print_wrapped(indent + "Fonte: ", source, out);
  for (const auto& f : s.fatti) print_wrapped(indent + "· ", f.nome + ": " + f.valore + " [" + f.fonte + "]", out);
  for (std::size_t i = 0; i < s.passi.size(); ++i) {
    // Deep trees stay readable: beyond a third of the line the numbers alone tell the level.
    const auto under = indent.size() > kWidth / 3 ? indent : indent + "  ";
    print(s.passi[i], under + std::to_string(i + 1) + ". ", out);
  }
}

std::string title(const Spiegazione& s) {
  for (const auto& a : rules::explanation::argomenti()) {
    if (a.codice == s.codice) return std::string(a.nome) + " (" + s.codice + ")";
  }
  return "Avviso " + s.codice;
}

domain::Draft read_draft_file(const std::string& path) {
  auto draft = wire::read_known_draft(read_file(path));
  if (!draft) throw std::runtime_error(path + ": " + draft.reason().testo);
  return std::move(draft.value());
}

std::vector<Spiegazione> explanations(const ExplainArgs& args, const norms::Norms& norms) {
  const auto oggi = day_or_today(args.oggi);
  const auto draft = read_draft_file(args.bozza);
  Registries registries(args.fonte, oggi);
  const auto registry = registries.find(draft.azienda.matricola ? draft.azienda.matricola->str() : std::string());
  if (args.argomenti.empty()) return rules::explanation::explain_all(draft, *registry, norms, oggi);
  std::vector<Spiegazione> all;
  for (const auto& argomento : args.argomenti) {
    auto why = rules::explanation::explain(draft, *registry, norms, oggi, argomento);
    if (!why) throw std::runtime_error(why.reason().testo);
    all.push_back(std::move(why.value()));
  }
  return all;
}

}  // namespace

int explain(const ExplainArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto all = explanations(args, norms);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (args.json) {
      console.out << wire::write(all[i]) << '\n';
      continue;
    }
    console.out << (i == 0 ? "" : "\n") << title(all[i]) << '\n';
    print(all[i], "  ", console.out);
  }
  return 0;
}

}  // namespace omnia::cli
