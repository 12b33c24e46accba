// Commands about the archive: backup, restore, verify, audit, retention.
#include <charconv>
#include <iostream>
#include <stdexcept>

#include "server/services/clock.hpp"
#include "server/store/maintenance.hpp"
#include "shared/domain/quantity.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

std::optional<store::Testa> noted_head(const std::string& text) {
  if (text.empty()) return std::nullopt;
  store::Testa head;
  const auto colon = text.find(':');
  const char* end = text.data() + (colon == std::string::npos ? 0 : colon);
  const auto read = std::from_chars(text.data(), end, head.numero);
  if (colon == std::string::npos || read.ec != std::errc() || read.ptr != end || text.size() - colon - 1 != 64) {
    throw std::runtime_error("--testa: «" + text + "» non è una riga annotata: copiala come la scrive omnia audit head.");
  }
  head.impronta = text.substr(colon + 1);
  return head;
}

std::string head_text(const store::Testa& head) { return std::to_string(head.numero) + ":" + head.impronta; }

int tell(const std::vector<std::string>& defects) {
  for (const auto& defect : defects) std::cout << defect << '\n';
  return defects.empty() ? 0 : 2;
}

}  // namespace

int backup(const ArchiveArgs& args) {
  store::backup(args.db, args.copia);
  std::cout << "Copia fatta e controllata: " << args.copia << "\nUltima modifica: " << head_text(store::audit_head(args.copia))
            << '\n';
  return 0;
}

int restore(const ArchiveArgs& args) {
  store::restore(args.copia, args.db, args.sostituisci);
  std::cout << "Ripristinato «" << args.db << "» da «" << args.copia << "».\n";
  return 0;
}

int verify(const ArchiveArgs& args) {
  const auto found = store::verify(args.db, noted_head(args.testa));
  if (!found.difetti.empty()) return tell(found.difetti);
  std::cout << "Archivio integro: " << domain::format_integer(found.domande) << " domande, "
            << domain::format_integer(found.protocolli) << " protocolli, " << domain::format_integer(found.contenuti)
            << " contenuti.\n";
  if (found.senza_segnatura > 0) {
    std::cout
        << "Senza segnatura informatica: " << domain::format_integer(found.senza_segnatura)
        << " fra domande, richieste di integrazione e provvedimenti firmati; con un sigillo si fa quando qualcuno la chiede, "
           "tranne che per le richieste registrate quando il servizio non ne faceva il documento.\n";
  }
  if (found.poteri_non_annotati > 0) {
    std::cout << "Deleghe, abilitazioni e identità non ancora annotate nel registro delle modifiche: "
              << domain::format_integer(found.poteri_non_annotati) << "; si annotano alla prima apertura dell’archivio.\n";
  }
  std::cout << "Ultima modifica: " << head_text(found.testa) << '\n';
  return 0;
}

int audit_verify(const ArchiveArgs& args) {
  const auto defects = store::verify_audit(args.db, noted_head(args.testa));
  if (!defects.empty()) return tell(defects);
  std::cout << "Registro delle modifiche integro.\nUltima modifica: " << head_text(store::audit_head(args.db)) << '\n';
  return 0;
}

int audit_head(const ArchiveArgs& args) {
  std::cout << head_text(store::audit_head(args.db)) << '\n';
  return 0;
}

int retention(const ArchiveArgs& args) {
  store::require_there(args.db);
  store::Db db(args.db);
  const auto found = store::retention(db, day_or_today(args.oggi), services::Clock().roma().iso(), args.prova);
  for (const auto& one : found) {
    const auto before = domain::Date::parse(one.prima_del);
    std::cout << one.oggetto << ": " << domain::format_integer(one.righe) << (args.prova ? " righe da togliere" : " righe tolte")
              << ", prima del " << (before.ok() ? before.value().italiano() : one.prima_del) << " (" << one.fonte << ")\n";
  }
  return 0;
}

}  // namespace omnia::cli
