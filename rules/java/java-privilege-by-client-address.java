package shop;

class Internal {
    String metrics(HttpServletRequest request) {
        // ruleid: java-privilege-by-client-address
        if (!"127.0.0.1".equals(request.getHeader("X-Forwarded-For"))) {
            throw new ForbiddenException();
        }
        return dump();
    }

    boolean local(HttpServletRequest request) {
        String ip = request.getRemoteAddr();
        // ruleid: java-privilege-by-client-address
        return ip.startsWith("10.");
    }

    String debug(HttpServletRequest request) {
        // ruleid: java-privilege-by-client-address
        if (request.getServerName().startsWith("admin.")) {
            return dump();
        }
        return "";
    }

    @PreAuthorize("hasAuthority('METRICS')")
    String metricsFixed(HttpServletRequest request) {
        // ok: java-privilege-by-client-address
        log.info(request.getRemoteAddr());
        return dump();
    }

    String addressForTheLog(HttpServletRequest request) {
        String ip = request.getRemoteAddr();
        // ok: java-privilege-by-client-address
        if (ip.equals("127.0.0.1")) {
            ip = ownAddress();
        }
        return ip;
    }

    boolean localDatabase(Config config) {
        // ok: java-privilege-by-client-address
        return config.getHost().equals("localhost");
    }

    boolean json(HttpServletRequest request) {
        // ok: java-privilege-by-client-address
        return request.getHeader("Accept").contains("internal");
    }
}
