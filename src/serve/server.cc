#include "serve/server.h"

#include <chrono>
#include <csignal>
#include <mutex>
#include <random>
#include <thread>
#include <utility>

#include <httplib.h>
#include <pthread.h>

namespace gainsay::serve {
namespace {

constexpr const char* kLoopback = "127.0.0.1";
constexpr std::size_t kLargestBody = 16U << 20U;

/// 128 random bits of the system as 32 hexadecimal digits.
std::string token() {
  std::random_device random("/dev/urandom");
  std::string out;
  for (int i = 0; i < 32; ++i)
    out += "0123456789abcdef"[random() & 15U];
  return out;
}

void harden(httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("X-Frame-Options", "DENY");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace

struct Server::Impl {
  explicit Impl(Site given) : site(std::move(given)) {}

  /// A name that leads here by another way (DNS rebinding) is not ours.
  [[nodiscard]] bool is_addressed(const httplib::Request& request) const {
    return request.get_header_value_count("Host") == 1 && request.get_header_value("Host") == host;
  }

  [[nodiscard]] bool is_own_page(const httplib::Request& request) const {
    return request.get_header_value("Origin") == "http://" + host &&
           request.get_header_value("Content-Type") == "application/json";
  }

  void answer(httplib::Response& response, const Answer& with) const {
    response.status = with.status;
    response.set_content(with.body, "application/json");
  }

  void route() {
    const std::string root = "/" + secret + "/";
    server.set_payload_max_length(kLargestBody);
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& out) {
      harden(out);
      if (is_addressed(request)) return httplib::Server::HandlerResponse::Unhandled;
      out.status = 403;
      return httplib::Server::HandlerResponse::Handled;
    });
    server.Get(root, [this](const httplib::Request&, httplib::Response& out) {
      const std::scoped_lock lock(one_at_a_time);
      out.set_content(site.page(), "text/html; charset=utf-8");
    });
    server.Get(root + "decisions", [this](const httplib::Request&, httplib::Response& out) {
      const std::scoped_lock lock(one_at_a_time);
      answer(out, site.state());
    });
    server.Post(root + "decisions",
                [this](const httplib::Request& request, httplib::Response& out) {
                  const std::scoped_lock lock(one_at_a_time);
                  if (is_own_page(request)) return answer(out, site.change(request.body));
                  out.status = 403;
                });
  }

  Site site;
  std::mutex one_at_a_time;
  httplib::Server server;
  std::string secret = token();
  std::string host;
  std::string address;
  sigset_t ending{};
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

Result<Server> Server::open(Site site, std::uint16_t port) {
  auto impl = std::make_unique<Impl>(std::move(site));
  impl->route();
  int bound = port;
  if (port == 0) {
    bound = impl->server.bind_to_any_port(kLoopback);
  } else if (!impl->server.bind_to_port(kLoopback, port)) {
    bound = -1;
  }
  if (bound < 0) {
    return fail(ErrorCode::kUsage, std::string(kLoopback) + ":" + std::to_string(port),
                "the port cannot be used; name another with --port, or none");
  }
  impl->host = std::string(kLoopback) + ":" + std::to_string(bound);
  impl->address = "http://" + impl->host + "/" + impl->secret + "/";
  // Threads that start later inherit this: the signals wait for run().
  sigemptyset(&impl->ending);
  sigaddset(&impl->ending, SIGINT);
  sigaddset(&impl->ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &impl->ending, nullptr);
  return Server(std::move(impl));
}

const std::string& Server::address() const {
  return impl_->address;
}

void Server::run() {
  std::thread serving([this] { impl_->server.listen_after_bind(); });
  // stop() does nothing to a server that has not begun yet.
  while (!impl_->server.is_running())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  int signal = 0;
  sigwait(&impl_->ending, &signal);
  impl_->server.stop();
  serving.join();
}

}  // namespace gainsay::serve
