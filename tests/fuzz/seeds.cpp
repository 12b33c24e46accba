// Writes the starting corpora of the fuzz targets into a folder, from the generated world of the demo and from the norm tables.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "assets/norms.hpp"
#include "shared/forms/fields.hpp"
#include "shared/wire/wire.hpp"
#include "tools/demo/demo.hpp"
#include "tools/demo/drafts.hpp"

namespace {

using namespace omnia;
using Texts = std::vector<std::string>;

void write(const std::filesystem::path& root, const std::string& target, const Texts& texts) {
  const auto folder = root / target;
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::ofstream file(folder / ("seme-" + std::to_string(i)), std::ios::binary);
    file << texts[i];
    if (!file.flush()) throw std::runtime_error("non scrivo in " + folder.string());
  }
}

Texts domain_texts() {
  return {"QZWKJX80A01Z100A",
          "IT00743110157",
          "7001234567",
          "1.07.05",
          "0J",
          "IT60X0542811101000000123456",
          "AB12CD34EF56GH78",
          "prova@pec.example",
          "-1.234,56 €",
          "38:30",
          "12,5",
          "9.999.999",
          "23/11/2026",
          "2026-11"};
}

Texts form_texts() {
  Texts texts;
  for (const auto& path : forms::paths()) texts.push_back(path + "\n23/11/2026");
  texts.push_back("lavoratori.beneficiari[2].codice_fiscale\nQZWKJX80A01Z100A");
  texts.push_back("periodo.settimane[1].ore\n160,50");
  return texts;
}

Texts norm_texts() {
  Texts texts;
  for (const auto& [name, json] : assets::norms()) {
    // Whole tables are too long to fuzz: the head of each, closed, keeps one row.
    const auto end = json.find("},");
    if (end != std::string::npos) texts.push_back(name + "\n" + json.substr(0, end) + "}]}");
  }
  return texts;
}

Texts message_texts(const demo::Caso& caso) {
  return {R"({"oggi":"2026-11-24","faccia":"html","seme":"a"})",
          R"({"tipo":"http","tag":"sessione","stato":200,"corpo":"{}"})",
          R"({"tipo":"bozze","testi":["{}"]})",
          R"({"tipo":"bozza_salvata","id":"1","ok":true})",
          R"({"tipo":"rete","online":false})",
          R"({"tipo":"bozza","meta":{"sezione":"azienda"},"bozza":)" + wire::write(caso.bozza) + "}"};
}

std::string small_flow() {
  const demo::World world;
  const demo::Azienda azienda = demo::large_company(world, 2);
  return "@" + demo::uniemens({&azienda}, world.primo_mese(), azienda.addetti.front().persona);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "Uso: fuzz_seeds CARTELLA\n");
    return 1;
  }
  const std::filesystem::path root = argv[1];
  const demo::Caso caso = demo::make_large_case(2);
  write(root, "draft", {"{}", wire::write(domain::Draft{}), wire::write(caso.bozza)});
  write(root, "registry", {"{}", wire::write(caso.registro)});
  write(root, "review", {demo::write(caso)});
  write(root, "domain", domain_texts());
  write(root, "forms", form_texts());
  write(root, "norms", norm_texts());
  write(root, "csv",
        {"matricola;dal;ore;eone;progressivo;stato\n7001234567;23/11/2026;38,5;S;1;respinta\n",
         "matricola,dal\n\"7001234567\",2026-11-23\n", "\xEF\xBB\xBFmatricola\tdal\n1\t\"a\n\"\n",
         "codice_fiscale;cognome;qualifica;cambio_appalto\nQZWKJX80A01Z100A;Prova;operaio;S\n"});
  write(root, "uniemens", {small_flow()});
  write(root, "messages", message_texts(caso));
  return 0;
}
