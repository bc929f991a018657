package shop;

class Access {
    boolean isAdmin(User user) {
        // ruleid: java-admin-by-fixed-account
        return "admin".equals(user.getUsername());
    }

    void stats(User user) {
        // ruleid: java-admin-by-fixed-account
        if (!user.getEmail().endsWith("@example.org")) {
            throw new AccessDeniedException("no");
        }
        dump();
    }

    void page(Principal principal) {
        // ruleid: java-admin-by-fixed-account
        boolean isAdmin = principal.getName().equals("admin");
        render(isAdmin);
    }

    boolean isAdminFixed(User user) {
        // ok: java-admin-by-fixed-account
        return user.getRoles().contains(Role.ADMIN);
    }

    void register(Input in) {
        // ok: java-admin-by-fixed-account
        if ("admin".equals(in.getUsername())) {
            throw new ReservedNameException();
        }
    }

    void remove(User user) {
        // ok: java-admin-by-fixed-account
        if ("admin".equals(user.getUsername())) {
            throw new IllegalStateException("the first account stays");
        }
    }
}
