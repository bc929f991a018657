class OrdersController < ApplicationController
  def show
    # ruleid: rails-unscoped-find
    @order = Order.find(params[:id])
  end

  def edit
    # ruleid: rails-unscoped-find
    @order = Order.find_by(id: params[:id])
  end

  def cancel
    # ruleid: rails-unscoped-find
    Order.open.recent.find(params[:id]).cancel!
  end

  def destroy
    # ruleid: rails-unscoped-find
    Order.destroy(params[:id])
  end

  def set_order
    # ruleid: rails-unscoped-find
    @order = Order.where(id: params[:id]).first
  end

  def show_fixed
    # ok: rails-unscoped-find
    @order = current_user.orders.find(params[:id])
  end

  def edit_fixed
    # ok: rails-unscoped-find
    @order = Order.find_by(id: params[:id], user: current_user)
  end

  def cancel_fixed
    # ok: rails-unscoped-find
    @order = Order.find(params[:id])
    authorize @order
    @order.cancel!
  end

  def tenant
    # ok: rails-unscoped-find
    @order = Order.where(user: current_user).find(params[:id])
  end

  def ability
    # ok: rails-unscoped-find
    @order = Order.accessible_by(current_ability).find(params[:id])
  end

  def current_attributes
    # ok: rails-unscoped-find
    @order = Current.user.orders.find(params[:id])
  end

  def owner
    # ok: rails-unscoped-find
    @order = Order.find(params[:id])
    head :not_found unless @order.user == current_user
  end
end

class InvoicesController < ApplicationController
  load_and_authorize_resource

  def show
    # ok: rails-unscoped-find
    @invoice = Invoice.find(params[:id])
  end
end
