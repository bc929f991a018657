package shop;

class Config {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // ruleid: spring-permit-all-any-request
        http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().permitAll());
        return http.build();
    }

    SecurityFilterChain old(HttpSecurity http) throws Exception {
        // ruleid: spring-permit-all-any-request
        http.authorizeRequests().antMatchers("/**").permitAll();
        return http.build();
    }

    SecurityWebFilterChain reactive(ServerHttpSecurity http) {
        // ruleid: spring-permit-all-any-request
        return http.authorizeExchange(e -> e.anyExchange().permitAll()).build();
    }

    SecurityFilterChain chainFixed(HttpSecurity http) throws Exception {
        // ok: spring-permit-all-any-request
        http.authorizeHttpRequests(a -> a.requestMatchers("/login", "/health").permitAll().anyRequest().authenticated());
        return http.build();
    }

    SecurityFilterChain oldFixed(HttpSecurity http) throws Exception {
        // ok: spring-permit-all-any-request
        http.authorizeRequests().antMatchers("/static/**").permitAll().anyRequest().denyAll();
        return http.build();
    }

    void ignoring(WebSecurity web) {
        // ok: spring-permit-all-any-request
        web.ignoring().requestMatchers("/css/**", "/js/**");
    }
}
