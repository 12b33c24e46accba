// A database of its own for each test, and the small flow that the tests change.
#pragma once
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "server/store/db.hpp"
#include "server/uniemens/import.hpp"

namespace omnia::test {

class Folder {
 public:
  Folder() {
    static std::atomic<int> next{0};
    path_ = std::filesystem::temp_directory_path() / ("omnia-test-" + std::to_string(::getpid()) + "-" + std::to_string(next++));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

struct Registro {
  Folder folder;
  store::Db db{folder / "prova.db"};

  uniemens::ImportReport xml(const std::string& text, const uniemens::ImportOptions& options = {}) {
    std::size_t at = 0;
    return uniemens::import_xml(
        db, "flusso.xml",
        [&](char* buffer, std::size_t n) {
          const std::size_t take = std::min(n, text.size() - at);
          text.copy(buffer, take, at);
          at += take;
          return take;
        },
        options);
  }
  // A registry file by its name, or any other file.
  uniemens::ImportReport file(const std::string& name, const std::string& content) {
    return uniemens::import_paths(db, {folder.write(name, content)}, {});
  }
  std::int64_t count(const std::string& sql) {
    return db.read([&](SQLite::Database& r) { return r.execAndGet(sql).getInt64(); });
  }
  std::string text(const std::string& sql) {
    return db.read([&](SQLite::Database& r) { return r.execAndGet(sql).getString(); });
  }
};

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::logic_error("the sample does not contain: " + what);
  return text.replace(at, what.size(), with);
}

inline std::string event_day(const std::string& gg, const std::string& hours = "400",
                             const std::string& ticket = "TESTCIGO00000001") {
  return "<Giorno GG=\"" + gg + "\"><Lavorato>N</Lavorato><EventoGiorn><CodiceEventoGiorn>COR</CodiceEventoGiorn><NumOreEvento>" +
         hours + "</NumOreEvento><IdentEventoCIG>" + ticket + "</IdentEventoCIG></EventoGiorn></Giorno>\n";
}

// One part-timer of 20 hours, in CIG for 16 hours from 9 to 12 February 2026.
inline std::string sample() {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<DenunceMensili>
 <DatiMittente Tipo="1"><CFPersonaMittente>XQZWKJ85A01H501M</CFPersonaMittente></DatiMittente>
 <Azienda><AnnoMeseDenuncia>2026-02</AnnoMeseDenuncia><CFAzienda>77777771005</CFAzienda>
  <RagSocAzienda>OFFICINE IMMAGINARIE SRL</RagSocAzienda>
  <PosContributiva Composizione="CP"><Matricola>4977777750</Matricola>
   <DenunciaIndividuale><CFLavoratore>QZXJWK92D30F205Y</CFLavoratore>
    <Cognome>QZX</Cognome><Nome>JWK</Nome><Qualifica1>1</Qualifica1><Qualifica2>P</Qualifica2>
    <UnitaOperativa>1</UnitaOperativa><UnitaProduttiva>1</UnitaProduttiva>
    <OrarioContrattuale>4000</OrarioContrattuale>
    <PercPartTime>5000</PercPartTime>
    <DatiRetributivi><TipoLavoratore>00</TipoLavoratore>
     <Settimana><IdSettimana>7</IdSettimana><TipoCopertura>2</TipoCopertura><CodiceEvento>COR</CodiceEvento></Settimana>
)" + event_day("09") +
         event_day("10") + event_day("11") + event_day("12") + R"(     <Giorno GG="13"><Lavorato>S</Lavorato></Giorno>
     <GiorniRetribuiti>20</GiorniRetribuiti></DatiRetributivi>
   </DenunciaIndividuale>
   <DenunciaAziendale><NumLavoratori>1</NumLavoratori><ForzaAziendale>0,50</ForzaAziendale></DenunciaAziendale></PosContributiva></Azienda></DenunceMensili>
)";
}

}  // namespace omnia::test
