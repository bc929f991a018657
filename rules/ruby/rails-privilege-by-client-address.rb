class MetricsController < ApplicationController
  def index
    # ruleid: rails-privilege-by-client-address
    return head(:forbidden) unless request.remote_ip == "127.0.0.1"
    render plain: dump
  end

  def debug
    # ruleid: rails-privilege-by-client-address
    render plain: dump if request.headers["X-Forwarded-For"] == "10.0.0.1"
  end

  def listed
    # ruleid: rails-privilege-by-client-address
    head :forbidden unless ALLOWED_IPS.include?(request.remote_ip)
  end

  def index_fixed
    # ok: rails-privilege-by-client-address
    authenticate_or_request_with_http_token { |t| ActiveSupport::SecurityUtils.secure_compare(t, token) }
    render plain: dump
  end

  def log
    # ok: rails-privilege-by-client-address
    Rails.logger.info(request.remote_ip)
  end

  def canonical
    # ok: rails-privilege-by-client-address
    redirect_to root_url if request.host != "www.example.org"
  end
end
