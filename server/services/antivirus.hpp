// The antivirus of the office, when there is one: ClamAV's daemon on its local socket (command INSTREAM).
#pragma once
#include <string>
#include <string_view>

namespace omnia::services {

enum class EsitoAntivirus { pulito, infetto, non_risponde };

class Antivirus {
 public:
  // `socket`: path of clamd's local socket; empty: no antivirus.
  explicit Antivirus(std::string socket = {}, int secondi = 20) : socket_(std::move(socket)), secondi_(secondi) {}
  [[nodiscard]] bool active() const { return !socket_.empty(); }
  // Call only when active. `firma` receives the name of what was found.
  [[nodiscard]] EsitoAntivirus examine(std::string_view bytes, std::string& firma) const;

 private:
  std::string socket_;
  int secondi_;
};

}  // namespace omnia::services
